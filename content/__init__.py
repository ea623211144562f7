"""Every word the program says, and the starter library."""
