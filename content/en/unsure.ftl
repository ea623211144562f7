# What may not have arrived.

unsure-count = { $count ->
    [one] One message may not have arrived: the connection broke twice. If you send it again, somebody may see it twice. It says so.
   *[other] { $count } messages may not have arrived: the connection broke twice. If you send them again, somebody may see something twice. It says so.
 }
unsure-sent = { $count ->
    [one] I send it again. Who does not work now gets it later.
   *[other] I send them again. Who does not work now gets it later.
 }
unsure-none = There is nothing left to send again. Perhaps a colleague did so already.
