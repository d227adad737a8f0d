"""What text means, in Chinese and in English: quantities, dates, words, and the kind of a statement."""
