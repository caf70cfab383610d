"""What run.py is made of: the environment, the local servers, the application's processes, the checks.

Standard library only, and nothing of the project is imported: these modules run before anything is installed.
"""
