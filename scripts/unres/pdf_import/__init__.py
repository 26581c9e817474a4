"""Official PDF → source text: ``unres import``.

In: PDFs of resolutions of the General Assembly as docs.un.org gives them. Out: one source text each,
in the dialect of docs/editing.md, and what is not certain about it.
"""

from unres.pdf_import.command import import_pdfs, run_import
from unres.pdf_import.document import Imported, import_pdf
from unres.pdf_import.sealing import run_seal

__all__ = ["Imported", "import_pdf", "import_pdfs", "run_import", "run_seal"]
