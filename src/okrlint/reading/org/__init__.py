"""Reading Org documents."""
