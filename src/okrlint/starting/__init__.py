"""What a team begins with: a fresh document, a configuration, and what makes hooks and CI run okrlint."""
