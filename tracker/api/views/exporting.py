"""A resolution as a file: `/api/v1/resolutions/E/RES/2004/33/export/?as=akn`."""

from django.http import HttpResponse
from django.utils.http import content_disposition_header
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.exceptions import NotFound, ValidationError
from rest_framework.request import Request

from resolutions.exporting.files import Form, NothingToExport, export
from resolutions.readers.akn import MEDIA_TYPE as AKN_TYPE
from resolutions.readers.docx import MEDIA_TYPE as WORD_TYPE
from tracker.api.parameters import check_parameters
from tracker.api.views.documents import Resolutions

AS = OpenApiParameter(
    "as",
    description="The format: akn (Akoma Ntoso with the whole reading), md (Markdown) or docx (Word).",
    enum=[form.value for form in Form],
    default=Form.AKN.value,
)
LANGUAGE = OpenApiParameter(
    "language", description="Two letters, as `versions` shows them; English where it is not given."
)


class ResolutionExport(Resolutions):
    """The current text of a resolution, with everything read or corrected in it."""

    @extend_schema(
        parameters=[AS, LANGUAGE],
        responses={
            (200, AKN_TYPE): OpenApiTypes.BINARY,
            (200, "text/markdown"): OpenApiTypes.BINARY,
            (200, WORD_TYPE): OpenApiTypes.BINARY,
        },
    )
    def export(self, request: Request, reference: str) -> HttpResponse:
        """Download a resolution as Akoma Ntoso, Markdown or Word."""
        check_parameters(request.query_params, ["as", "language"])
        form = request.query_params.get("as", Form.AKN)
        if form not in set(Form):
            known = ", ".join(Form)
            raise ValidationError({"as": f"“{form}” is no format of an export. Give one of: {known}."})
        language = request.query_params.get("language", "")
        try:
            file = export(self.one(reference), form=Form(form), on=self.today, language=language)
        except NothingToExport as missing:
            raise NotFound(str(missing)) from missing
        answer = HttpResponse(file.content, content_type=file.media_type)
        answer["Content-Disposition"] = content_disposition_header(True, file.name) or "attachment"
        return answer
