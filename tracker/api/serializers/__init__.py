"""What goes out and what comes in, one subject a file. List rows are flat, so that they are also CSV rows."""
