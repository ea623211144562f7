"""A made-up organisation that lives by the real rules, to catch a policy that harms."""
