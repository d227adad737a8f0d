"""Tables with a row for each objective or key result: files of CSV, and sheets of workbooks."""
