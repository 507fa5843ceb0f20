"""The compiled tree-sitter grammar, as Python takes it."""

import ctypes

from tree_sitter import Language


def load(library):
    """The language in a shared library."""
    new = ctypes.pythonapi.PyCapsule_New
    new.restype, new.argtypes = ctypes.py_object, [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_void_p]
    make = ctypes.CDLL(library).tree_sitter_perf
    make.restype = ctypes.c_void_p
    return Language(new(make(), b"tree_sitter.Language", None))
