"""One file for each schema, in order. A file that was released is never changed again."""
