"""What people fill in on the pages. Forms read input; what may be done with it the doors decide."""
