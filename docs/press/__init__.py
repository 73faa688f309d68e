"""The press: prints the rules, the house rules, the law and the pages on using Toonbank as a static site."""
