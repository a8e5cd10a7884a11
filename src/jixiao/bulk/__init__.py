"""A folder of returns checked: what is there, who does the work, what is kept and written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jixiao.front_door import front_door

if TYPE_CHECKING:
    from jixiao.bulk.cluster import ClusterError as ClusterError
    from jixiao.bulk.cluster import cluster_workers as cluster_workers
    from jixiao.bulk.departments import Roster as Roster
    from jixiao.bulk.departments import RosterError as RosterError
    from jixiao.bulk.departments import read_roster as read_roster
    from jixiao.bulk.job import sha256_of as sha256_of
    from jixiao.bulk.ledger import LedgerError as LedgerError
    from jixiao.bulk.pool import Workers as Workers
    from jixiao.bulk.pool import local_workers as local_workers
    from jixiao.bulk.request import BulkRequest as BulkRequest
    from jixiao.bulk.results import Recorded as Recorded
    from jixiao.bulk.results import ResultsError as ResultsError
    from jixiao.bulk.results import read_results as read_results
    from jixiao.bulk.run import Progress as Progress
    from jixiao.bulk.run import Report as Report
    from jixiao.bulk.run import run_bulk as run_bulk
    from jixiao.bulk.walk import FileSort as FileSort
    from jixiao.bulk.walk import walk_folder as walk_folder
else:
    __getattr__, __dir__, __all__ = front_door(
        __name__,
        {
            "ClusterError": "cluster",  # The cluster cannot be used
            # Run on the workers of the scheduler at ``address`` (``tcp://host:8786``)
            "cluster_workers": "cluster",
            # Departments in roster order, with an index of every name they go by
            "Roster": "departments",
            "RosterError": "departments",  # The roster cannot be used
            "read_roster": "departments",  # Read a roster
            "sha256_of": "job",  # Hash a file's content
            "LedgerError": "ledger",  # The ledger cannot be used
            "Workers": "pool",  # A source of executors
            "local_workers": "pool",  # Run on ``size`` processes of this machine
            "BulkRequest": "request",  # What a bulk run is asked to do
            "Recorded": "results",  # What results say of the file they speak of
            "ResultsError": "results",  # A file that holds no results of this program
            "read_results": "results",  # Yield what is recorded of each file
            "Progress": "run",  # How far a run is
            "Report": "run",  # What a run did
            "run_bulk": "run",  # Carry out an order
            "FileSort": "walk",  # What a directory entry is to a bulk run
            "walk_folder": "walk",  # List every entry below ``folder``, ordered by relative path
        },
    )
