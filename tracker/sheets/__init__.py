"""Taking over an existing tracking spreadsheet: columns named once, each row's fate shown, then done."""
