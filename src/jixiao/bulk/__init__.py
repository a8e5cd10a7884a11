"""Check a folder of returns: find them, share the work, record and write what was found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jixiao.front_door import front_door

if TYPE_CHECKING:
    from jixiao.bulk.archive import ArchiveRefused as ArchiveRefused
    from jixiao.bulk.archive import open_returns as open_returns
    from jixiao.bulk.archive import workbooks_at as workbooks_at
    from jixiao.bulk.batch import Progress as Progress
    from jixiao.bulk.cluster import ClusterError as ClusterError
    from jixiao.bulk.cluster import cluster_workers as cluster_workers
    from jixiao.bulk.combine import Combined as Combined
    from jixiao.bulk.combine import combine_folders as combine_folders
    from jixiao.bulk.departments import Roster as Roster
    from jixiao.bulk.departments import RosterError as RosterError
    from jixiao.bulk.departments import read_roster as read_roster
    from jixiao.bulk.finished import FinishedError as FinishedError
    from jixiao.bulk.finished import open_finished as open_finished
    from jixiao.bulk.job import sha256_of as sha256_of
    from jixiao.bulk.ledger import LedgerError as LedgerError
    from jixiao.bulk.notices import NoticeOrder as NoticeOrder
    from jixiao.bulk.pool import Workers as Workers
    from jixiao.bulk.pool import local_workers as local_workers
    from jixiao.bulk.reports import REPORT_SUFFIXES as REPORT_SUFFIXES
    from jixiao.bulk.reports import report_of as report_of
    from jixiao.bulk.request import BulkRequest as BulkRequest
    from jixiao.bulk.request import make_request as make_request
    from jixiao.bulk.results import Recorded as Recorded
    from jixiao.bulk.results import ResultsError as ResultsError
    from jixiao.bulk.results import read_results as read_results
    from jixiao.bulk.run import Report as Report
    from jixiao.bulk.run import run_bulk as run_bulk
    from jixiao.bulk.walk import FileSort as FileSort
    from jixiao.bulk.walk import walk_folder as walk_folder
else:
    __getattr__, __dir__, __all__ = front_door(
        __name__,
        {
            "ArchiveRefused": "archive",  # an archive that is not unpacked
            "open_returns": "archive",  # the returns in an archive
            "workbooks_at": "archive",  # the workbooks below a folder or in a zip
            "ClusterError": "cluster",  # a cluster that cannot be reached or used
            "cluster_workers": "cluster",  # processes on the machines of a Dask cluster
            "Combined": "combine",  # what a combination gave
            "combine_folders": "combine",  # one summary of several output folders
            "Roster": "departments",  # the departments that must report, with the names they go by
            "RosterError": "departments",  # a roster that cannot be read
            "read_roster": "departments",  # read a roster from CSV, xlsx or any workbook
            "FinishedError": "finished",  # a folder that holds no finished run
            "open_finished": "finished",  # the records of an earlier run
            "sha256_of": "job",  # hash the content of a file
            "LedgerError": "ledger",  # a ledger that cannot be read or written
            "NoticeOrder": "notices",  # which letters to departments are asked for
            "Workers": "pool",  # where the work is done: gives an executor
            "local_workers": "pool",  # processes of this machine
            "REPORT_SUFFIXES": "reports",  # how the names of narrative reports end
            "report_of": "reports",  # the report that lies with a workbook in its folder
            "make_request": "request",  # ask for a folder to be checked by the rulebooks at hand
            "BulkRequest": "request",  # what a bulk run is asked to do
            "Recorded": "results",  # what earlier results say of one file
            "ResultsError": "results",  # a file that holds no results of this program
            "read_results": "results",  # read results.jsonl or a JSON result, one file at a time
            "Progress": "batch",  # how far a run is, for a progress line
            "Report": "run",  # what a run did: counts, findings, files written
            "run_bulk": "run",  # check a folder of returns and write all outputs
            "FileSort": "walk",  # what a directory entry is: a return, an archive, skipped
            "walk_folder": "walk",  # list every entry below a folder, by relative path
        },
    )
