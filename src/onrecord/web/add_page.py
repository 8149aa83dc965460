"""Adding pages in the browser: a form, and a job that can be watched."""

import shutil
import tempfile
from pathlib import Path

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import RedirectResponse, Response

from onrecord.web.desk import Desk, show_json
from onrecord.web.jobs import Job, Jobs
from onrecord.web.uploads import (
    FIELD,
    LARGEST,
    MOST,
    UploadError,
    find_boundary,
    save_body,
    split_form,
)

_FRESH = {"cache-control": "no-store"}


class AddPages:
    """The pages under /add. They change without the ledger, and so are never kept."""

    def __init__(self, desk: Desk, jobs: Jobs) -> None:
        self._desk = desk
        self._jobs = jobs

    def show(self, request: Request) -> Response:
        """Show the form, and the jobs of this server."""
        return self._answer("add.html", jobs=self._jobs.list())

    async def take(self, request: Request) -> Response:
        """Take the files of a form, and send the browser to the job that adds them."""
        if self._jobs.is_full():
            return self._refuse("Too many jobs wait already; look at them, and send this later.")
        folder = Path(tempfile.mkdtemp(prefix="onrecord-"))
        try:
            boundary = find_boundary(request.headers.get("content-type", ""))
            body = folder / "body"
            announced = request.headers.get("content-length")
            await save_body(request.stream(), body, announced=announced)
            files = await run_in_threadpool(split_form, body, boundary, folder)
            body.unlink()
            if not files:
                raise UploadError("No file was chosen.")
            job = self._jobs.begin(files, folder)
        except UploadError as error:
            shutil.rmtree(folder)
            return self._refuse(str(error), status=error.status)
        except OSError as error:
            shutil.rmtree(folder, ignore_errors=True)
            return self._refuse(f"The files cannot be kept ({error.strerror}).", status=507)
        except ClientDisconnect:
            shutil.rmtree(folder)
            return Response(status_code=400)
        return RedirectResponse(f"/add/{job.id}", status_code=303)

    def show_job(self, request: Request) -> Response:
        """Show how far a job is; without script the page loads itself again."""
        return self._answer("job.html", job=self._find(request))

    def show_job_json(self, request: Request) -> Response:
        """Return how far a job is."""
        response = show_json(self._find(request))
        response.headers.update(_FRESH)
        return response

    def _find(self, request: Request) -> Job:
        job = self._jobs.find(request.path_params["id"])
        if job is None:
            raise HTTPException(
                404, "This job is not known here: jobs are forgotten when the server ends."
            )
        return job

    def _refuse(self, reason: str, *, status: int = 503) -> Response:
        return self._answer("add.html", status=status, jobs=self._jobs.list(), fault=reason)

    def _answer(self, template: str, *, status: int = 200, **values: object) -> Response:
        values.setdefault("fault", "")
        response = self._desk.show(
            template,
            status=status,
            field=FIELD,
            largest=LARGEST,
            most=MOST,
            folder=self._desk.ledger,
            **values,
        )
        response.headers.update(_FRESH)
        return response
