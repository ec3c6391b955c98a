## Attached files
reason-enclosure-disguised = The attached "{ $name }" hides that it really is a ".{ $ending }" file{ $how ->
    [reversed] { " " }with a sign that turns letters around
    [spaces] { " " }with a long gap in its name
   *[double_ending] { " " }with a second ending in its name
 }.
reason-enclosure-program = The attached "{ $name }" is a program (an app) that starts when it is opened.
reason-enclosure-script = The attached "{ $name }" is a file that gives the computer orders when it is opened.
reason-enclosure-shortcut = The attached "{ $name }" is no document but a "shortcut" that starts something else.
reason-enclosure-disk_image = The attached "{ $name }" is a sort of file that is used to deliver something hidden.
reason-enclosure-page = The attached "{ $name }" is no document but a web page. Opened, it can show a false form.
reason-enclosure-macros = The attached "{ $name }" has commands in it (macros) that can run when the document is opened.
reason-enclosure-locked_archive = The attached "{ $name }" is locked, so that nobody could check what is in it before it arrived.

## Checks of the sender
reason-sender-failed_check = The sender's address is one of { $brand } ({ $domain }), but the mail company that received it could not confirm that it is real.
