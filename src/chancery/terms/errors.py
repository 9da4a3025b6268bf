"""Errors that people see: a stable code, what happened, its likely cause, and what to do next.

ChanceryError
├── IntakeError      a file, page or folder cannot be taken in (A...)
├── ReadingError     a document was kept but could not be read (R...)
├── DataError        a data set, or a row of it, cannot be imported (D...)
├── WorkspaceError   the workspace or its ledger (W...)
│   └── DatabaseError    the database server of a team's workspace (B...)
├── QuestionError    a question that cannot be answered as put (Q...)
├── OutputError      an export, an evaluation or a server that cannot start (X...)
└── AccessError      who may do what, and forms (S...)
"""

from __future__ import annotations

import msgspec


class Problem(msgspec.Struct, frozen=True):
    """One kind of error: the words beside its code. `what` may hold {fields}."""

    what: str
    cause: str
    next: str


PROBLEMS: dict[str, Problem] = {
    "A001": Problem(
        "there is no file or folder at {path}",
        "the path is misspelt, or was given for another folder",
        "check the path, from the folder that you are in",
    ),
    "A002": Problem(
        "{path} may not be read",
        "the file or folder does not belong to you, or its permissions leave you out",
        "ask its owner for the right to read it, or read a copy",
    ),
    "A003": Problem("{path} is empty", "a download or a copy that was cut short", "fetch the file again"),
    "A004": Problem(
        "{path} is not text, whatever its name says",
        "an image, an archive or a program under a text file's name",
        "convert it to .txt or .html, and read that",
    ),
    "A005": Problem(
        "the encoding of {path} cannot be told",
        "text that is neither UTF-8 nor surely anything else, or broken in storage",
        "save the file as UTF-8, and read it again",
    ),
    "A006": Problem(
        "{path} is too large: {size} bytes, the limit is {limit}",
        "many reports in one file, or data that are no report",
        "split the file into one report each",
    ),
    "A007": Problem(
        "{path} is of a kind that is not read",
        "only .txt, .md, .html and .htm files are read",
        "convert it to one of these, and read that",
    ),
    "A008": Problem(
        "the page {path} is built to exhaust its reader",
        "tags nested far deeper than any real page nests them",
        "keep it out, or save its text as .txt",
    ),
    "A009": Problem(
        "no text was found in the page {path}",
        "a page made by scripts in the browser, or with pictures only",
        "save the page's text as .txt from your browser",
    ),
    "A010": Problem(
        "nothing to read in {path}",
        "an empty folder, or a pattern that matches no file",
        "give a folder or a pattern with .txt, .md or .html files",
    ),
    "A011": Problem(
        "{path} could not be read to its end: {reason}",
        "a failing disk, a lost network folder, or a file that is being written",
        "try again; if it stays, copy the file and read the copy",
    ),
    "A012": Problem(
        "a line of {path} is too long: {size} characters, the limit is {limit}",
        "data or a program under a text file's name",
        "break the text into paragraphs, and read that",
    ),
    "A013": Problem(
        "{path} is not taken in: it names someone who was forgotten on request",
        "the same bytes were in the record when `chancery forget` took the person out",
        "leave it out; what it says of others is still in the record",
    ),
    "R001": Problem(
        "the reader failed on {path}: {reason}",
        "a mistake in Chancery; the document is kept and the rest went on",
        "please report it with the document's digest; read again after an update",
    ),
    "R002": Problem(
        "the reader llm cannot start: {setting} {reason}",
        "it is off until the settings name a chat endpoint and a model",
        "set CHANCERY_LLM_URL and CHANCERY_LLM_MODEL, or read with --reader steps",
    ),
    "R003": Problem(
        "the model at {url} could not be reached for {path}: {reason}",
        "its server is not running, the address is another, or the network fails",
        "start the server or correct CHANCERY_LLM_URL, and run the same command again",
    ),
    "R004": Problem(
        "the model at {url} gave no whole answer on {path} within {seconds} seconds",
        "a model too slow for this machine, a server with too much to do, or one that hangs",
        "raise CHANCERY_LLM_TIMEOUT or take a smaller model, and run the same command again",
    ),
    "R005": Problem(
        "the server at {url} refused the question about {path}: HTTP {status} {reason}",
        "a wrong address, model name or key, a limit that is reached, or a mistake of the server",
        "check CHANCERY_LLM_URL, CHANCERY_LLM_MODEL and CHANCERY_LLM_KEY, and run the same command again",
    ),
    "R006": Problem(
        "the model's answer on {path} is no record: {reason}",
        "a model too small to keep to the form, an answer cut short, or no chat endpoint at that address",
        "take another model or a longer answer limit, and run the same command again",
    ),
    "D001": Problem(
        "{path} is no data set of the kind {kind}: {reason}",
        "another kind of data, another edition of it, or a download that was cut short",
        "see docs/import.md for what each kind must hold",
    ),
    "D002": Problem(
        "{where} is broken: {reason}",
        "a file edited by hand or cut short, or written by a program that does not keep to the format",
        "mend the row at its source and import again; the other rows were taken",
    ),
    "D003": Problem(
        "{where} has {text} where a date belongs",
        "dates are written as 1979-05-04, 1979-05 or 1979, and an unknown one is left empty",
        "mend the date at its source and import again; the other rows were taken",
    ),
    "D004": Problem(
        "{where} names {text}, which nothing in the data set describes",
        "a row that was left out, or an id that was changed in one place only",
        "add the missing row at its source and import again; the other rows were taken",
    ),
    "D005": Problem(
        "{where} describes {text}, which an earlier row describes already",
        "a row that was copied, or two things that were given one id",
        "give each its own id at the source and import again; the earlier row was taken",
    ),
    "D006": Problem(
        "{where} ends on {end}, before it starts on {start}",
        "the two dates were swapped, or one of them is mistyped",
        "mend the dates at their source and import again; the other rows were taken",
    ),
    "D007": Problem(
        "{where} says what the record has no place for: {text}",
        "the record knows posts, bodies and what becomes of them, and not everything that data sets do",
        "nothing: the other rows were taken, and the file is kept as it is",
    ),
    "W001": Problem(
        "the workspace {path} cannot be opened or made: {reason}",
        "no right to write there, or a file in the folder's place",
        "choose another folder with --workspace",
    ),
    "W002": Problem(
        "the workspace {path} was made by a newer Chancery (format {found}, this one knows {known})",
        "two versions in use",
        "update Chancery, or use another workspace",
    ),
    "W003": Problem(
        "another Chancery is writing to the workspace {path}",
        "a reading that still runs in another window",
        "wait until it ends, and try again",
    ),
    "W004": Problem(
        "there is no workspace at {path} yet",
        "nothing has been read, or the command runs in another folder",
        "run `chancery read` first, or name the folder with --workspace",
    ),
    "W005": Problem(
        "the disk took no more: {reason}",
        "a full disk or a quota",
        "make room and run the same command again; what was committed is kept",
    ),
    "W006": Problem(
        "the workspace {path} is damaged: {reason}",
        "bytes changed outside Chancery, or a failing disk",
        "restore the folder from a copy; do not write to it until then",
    ),
    "W007": Problem(
        "the register in {path} was made by an older Chancery",
        "an update that keeps its tables, or derives from the ledger, in another way",
        "run `chancery rebuild`: the ledger stays, and all else is made anew from it",
    ),
    "B001": Problem(
        "CHANCERY_DATABASE is no address of a database: {reason}",
        "a slip of the pen, or a sign in the password that an address cannot hold",
        "write it as postgresql://USER:PASSWORD@HOST:5432/DATABASE, with %40 for @ and %2F for / in the password",
    ),
    "B002": Problem(
        "the database {address} cannot be reached: {reason}",
        "its server is not running, the address is another, or the network fails",
        "start the server or correct CHANCERY_DATABASE, and run the same command again; what was committed is kept",
    ),
    "B003": Problem(
        "the database {address} refused: {reason}",
        "a wrong password, a user or a database that is not there, or a user without the right",
        "correct CHANCERY_DATABASE, or ask who runs the server",
    ),
    "B004": Problem(
        "{purpose} needs packages that are not installed: {package}",
        "Chancery was installed without its extra for databases",
        "run `pip install 'chancery[postgres]'`",
    ),
    "B005": Problem(
        "the database {address} is none for Chancery: {reason}",
        "another program's database, or one made with another encoding",
        "make one with `createdb --encoding=UTF8 NAME`, or add ?schema=NAME, of its own, to CHANCERY_DATABASE",
    ),
    "Q001": Problem(
        "the record knows no {kind} named {name}",
        "another spelling, or nothing read names it",
        "try `chancery search` with one word of the name",
    ),
    "Q002": Problem(
        "{text} is not a date",
        "dates are written as 1925-06-01, 1925-06 or 1925",
        "write the date that way",
    ),
    "Q003": Problem(
        "{name} may mean several: {choices}",
        "the record holds more than one by that name",
        "ask again with one of these names in full, or its id",
    ),
    "Q004": Problem(
        "the document {document} makes no claim {claim}",
        "the id is another document's, is shorter than {shortest} characters, or was of a reading since replaced",
        "list the document's claims with `chancery explain {document}`",
    ),
    "Q005": Problem(
        "{text} is neither a day nor an instant",
        "--known takes 2026-03-01, 2026-03 or 2026, or an instant with its offset, as 2026-03-01T09:30:00Z",
        "write it that way",
    ),
    "Q006": Problem(
        "withheld: someone of that name was taken out of the record on request",
        "`chancery forget` was run for a person of that name",
        "nothing can be asked of the name; a person of the same name is withheld too",
    ),
    "Q007": Problem(
        "the record holds no {kind} {name}",
        "the id is of something that was taken back or replaced since, or is shorter than {shortest} characters",
        "list the claims of a document with `chancery explain DOC`, and the rulings with `chancery rule list`",
    ),
    "Q008": Problem(
        "the document {document} has no reading that counts",
        "it was withdrawn already, or was kept and never read",
        "see what became of it with `chancery rule list`",
    ),
    "Q009": Problem(
        "this cannot be entered by hand: {reason}",
        "a field that does not fit the others, or the document changed meanwhile",
        "mend it, and enter it again",
    ),
    "X001": Problem(
        "two documents would both be written to {name}: {paths}",
        "files of one name in different folders, or of different kinds",
        "export with --tree, which mirrors the folders",
    ),
    "X002": Problem(
        "{path} cannot be written: {reason}",
        "no right to write there, or a full disk",
        "choose another folder with --out",
    ),
    "X003": Problem(
        "{path} is no folder of gold records",
        "it holds no .json record as gold/FORMAT.md describes, or one that is broken: {reason}",
        "give the folder that holds the record files",
    ),
    "X004": Problem(
        "the address {address} cannot be served on: {reason}",
        "another program uses it",
        "choose another with --port",
    ),
    "X005": Problem(
        "there is no text for the record {name} in {place}",
        "the records were made of documents that are not there",
        "name the folder that holds their texts with --text",
    ),
    "X006": Problem(
        "the record is not served on {address}",
        "other machines could reach that address, and the record has no users yet",
        "serve on 127.0.0.1 and without --name, or first make a user with `chancery user add NAME --role owner`",
    ),
    "X007": Problem(
        "there is no page at {path}",
        "the address is misspelt, or names something that is not in this record",
        "start from the overview, or search for a name",
    ),
    "X008": Problem(
        "the request came for the host {host}, which this record does not answer for",
        "another site's name was pointed at this machine, or a proxy changed the name",
        "open the address that `chancery serve` printed",
    ),
    "X009": Problem(
        "the page at {path} could not be made",
        "a mistake in Chancery; the record itself is unharmed",
        "please report it with the address of the page",
    ),
    "S001": Problem(
        "only a signed-in user can do that",
        "nobody is signed in, or the session has ended",
        "sign in with the address that `chancery serve` printed, or with a name that `chancery user add` made",
    ),
    "S002": Problem(
        "{name} may not do that: it needs the role {needs}",
        "the role {has} can do less",
        "ask whoever has the workspace for `chancery user role`",
    ),
    "S003": Problem(
        "the name or the password is wrong",
        "a slip of the fingers, or no such user",
        "try again; whoever has the workspace can set a new password with `chancery user password`",
    ),
    "S004": Problem(
        "too many attempts to sign in",
        "somebody tried wrong passwords for this name, or from this address",
        "wait {minutes} minutes and try again",
    ),
    "S005": Problem(
        "this address for signing in is used up",
        "it works once, and only as long as the server runs that printed it",
        "start `chancery serve` again for a new one, or make a user with `chancery user add`",
    ),
    "S006": Problem(
        "the form was not taken: {reason}",
        "the page was open in a session that has ended, or another site sent the form",
        "open the page again, and fill the form in anew",
    ),
    "S007": Problem(
        "the user {name} cannot be added or changed: {reason}",
        "a name or password that does not fit",
        "choose another, and run the command again",
    ),
}


class ChanceryError(Exception):
    """Any error with a code. `fields` fill the words of its problem."""

    def __init__(self, code: str, **fields: object) -> None:
        self.code = code
        self.problem = PROBLEMS[code]
        self.fields = {name: str(value) for name, value in fields.items()}
        super().__init__(f"{code} {self.what}")

    @property
    def what(self) -> str:
        return self.problem.what.format_map(self.fields)

    @property
    def cause(self) -> str:
        return self.problem.cause.format_map(self.fields)

    @property
    def next(self) -> str:
        return self.problem.next.format_map(self.fields)

    def as_dict(self) -> dict[str, str]:
        return {"code": self.code, "what": self.what, "cause": self.cause, "next": self.next}


class IntakeError(ChanceryError):
    """A file, page or folder cannot be taken in."""


class ReadingError(ChanceryError):
    """A document was kept but could not be read."""


class DataError(ChanceryError):
    """A data set, or a row of it, cannot be imported."""


class WorkspaceError(ChanceryError):
    """The workspace or its ledger."""


class DatabaseError(WorkspaceError):
    """The database server of a team's workspace."""


class QuestionError(ChanceryError):
    """A question that cannot be answered as put."""


class OutputError(ChanceryError):
    """An export, an evaluation or a server that cannot start."""


class AccessError(ChanceryError):
    """Who may do what, and forms."""
