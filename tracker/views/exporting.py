"""A resolution handed out as a file, in the format somebody chose."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from resolutions.exporting.files import Exported, Form, NothingToExport, export
from resolutions.models import Resolution
from tracker.views.access import role_required


@role_required
@require_safe
def resolution(request: HttpRequest, form: str, symbol: str) -> HttpResponse:
    """Hand out the current text of a resolution with its reading, always as a download."""
    found = get_object_or_404(Resolution.objects.select_related("organ", "session"), symbol=symbol)
    if form not in set(Form):
        raise Http404(f"Resolutions are not exported as “{form}”.")
    language = request.GET.get("language", "")
    try:
        file = export(found, form=Form(form), on=timezone.localdate(), language=language)
    except NothingToExport as missing:
        raise Http404(str(missing)) from missing
    return as_download(file)


def as_download(file: Exported) -> HttpResponse:
    """Answer with a file that browsers save and never show."""
    answer = HttpResponse(file.content, content_type=file.media_type)
    answer["Content-Disposition"] = content_disposition_header(True, file.name) or "attachment"
    return answer
