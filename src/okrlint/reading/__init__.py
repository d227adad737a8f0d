"""Reading documents: from a source to the typed model. A layout is found first, its words are understood after."""
