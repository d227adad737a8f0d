"""The command line: the only part that prints, exits, or asks what day it is. One file a command; thin."""
