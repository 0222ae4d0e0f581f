using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using VirtualOffice.Sdk.AspNetCore.Api;
using VirtualOffice.Sdk.AspNetCore.Auditing;
using VirtualOffice.Sdk.AspNetCore.Corner;
using VirtualOffice.Sdk.AspNetCore.Editing.Forms;
using VirtualOffice.Sdk.Auditing;
using VirtualOffice.Sdk.Companies;

namespace VirtualOffice.Sdk.AspNetCore.Editing;

/// <summary>A company's versions and drafts. The same for a client's own company, for supervisors and for admins; only which company it is, and what may be changed, differs.</summary>
internal static class EditingEndpoints
{
    /// <summary>Maps them below a path of one company.</summary>
    /// <param name="company">The company's path, which has its own authorization.</param>
    /// <param name="companyOf">Which company a request is for.</param>
    /// <param name="isClient">Whether only what is the client's may be changed.</param>
    public static void MapEditing(this IEndpointRouteBuilder company, Func<HttpContext, CompanyId> companyOf, bool isClient)
    {
        var editing = company.MapGroup("").AddEndpointFilter(InvokeAsync);

        CompanyEditor Editor(HttpContext http) => new(
            http.RequestServices.GetRequiredService<IVirtualOffice>(),
            http.RequestServices.GetService<ICompanyDocuments>(),
            companyOf(http),
            http.RequestServices.GetRequiredService<OfficeRuntime>().Clock,
            isClient,
            http.User.Identity?.Name);

        editing.MapGet("/versions", async (HttpContext http, CancellationToken cancellationToken) => Answers.Ok(await Editor(http).ListVersionsAsync(cancellationToken))).Produces<IEnumerable<VersionView>>();
        editing.MapGet("/versions/{version}", async (HttpContext http, string version) => Answers.Ok(await Editor(http).FindVersionAsync(version, http.RequestAborted))).Produces<DocumentView>();
        editing.MapGet("/versions/{version}/changes", async (HttpContext http, string version, string? to) => Answers.Ok(await Editor(http).ChangesAsync(version, to, http.RequestAborted))).Produces<IEnumerable<string>>();
        editing.MapPost("/versions/{version}/restore", (HttpContext http, string version, Body<RevisionRequest> body) =>
            Audited.RunAsync(http, Audited.Of(http, AuditAct.RestoreCompany) with { Company = companyOf(http), Detail = $"version {version}" }, async () =>
                Answers.Ok(await Editor(http).RestoreAsync(version, body.Value, http.RequestAborted)))).Produces<VersionView>();

        editing.MapGet("/document", (HttpContext http) => Answers.Ok(Editor(http).Document())).Produces<DocumentView>();
        editing.MapPost("/document/review", async (HttpContext http, Body<DocumentRequest> body) => Answers.Ok(await Editor(http).ReviewAsync(body.Value, http.RequestAborted))).Produces<ReviewView>();
        editing.MapPost("/document/explain", async (HttpContext http, Body<DocumentRequest> body) => Answers.Ok(await Editor(http).ExplainAsync(body.Value, http.RequestAborted))).Produces<ExplanationView>();

        editing.MapPost("/document/form", (HttpContext http, Body<DocumentRequest> body) => Answers.Ok(Editor(http).Form(body.Value))).Produces<FormView>();
        editing.MapPost("/document/form/apply", (HttpContext http, Body<FormRequest> body) => Answers.Ok(Editor(http).ReadForm(body.Value))).Produces<DocumentView>();

        editing.MapPost("/document/message", (HttpContext http, Body<MessageTextRequest> body) => Answers.Ok(Editor(http).MessageText(body.Value))).Produces<MessageTextView>();

        editing.MapGet("/drafts", async (HttpContext http, CancellationToken cancellationToken) => Answers.Ok(await Editor(http).ListDraftsAsync(cancellationToken))).Produces<IEnumerable<DraftView>>();
        editing.MapPost("/drafts", async (HttpContext http, Body<DocumentRequest> body) => Answers.Ok(await Editor(http).SaveAsync(null, body.Value, http.RequestAborted))).Produces<DraftView>();
        editing.MapGet("/drafts/{draft}", async (HttpContext http, string draft) => Answers.Ok(await Editor(http).FindDraftAsync(draft, http.RequestAborted))).Produces<DraftView>();
        editing.MapPut("/drafts/{draft}", async (HttpContext http, string draft, Body<DocumentRequest> body) =>
        {
            var editor = Editor(http);
            var found = await editor.RequireDraftAsync(draft, http.RequestAborted);
            return Answers.Ok(await editor.SaveAsync(found.Id, body.Value, http.RequestAborted));
        }).Produces<DraftView>();
        editing.MapDelete("/drafts/{draft}", async (HttpContext http, string draft) =>
        {
            await Editor(http).DiscardAsync(draft, http.RequestAborted);
            return Results.NoContent();
        });
        editing.MapGet("/drafts/{draft}/review", async (HttpContext http, string draft) => Answers.Ok(await Editor(http).ReviewAsync(draft, http.RequestAborted))).Produces<ReviewView>();
        editing.MapGet("/drafts/{draft}/explain", async (HttpContext http, string draft, DateTimeOffset? at, string? caller) => Answers.Ok(await Editor(http).ExplainAsync(draft, at, caller, http.RequestAborted))).Produces<ExplanationView>();
        editing.MapPost("/drafts/{draft}/publish", (HttpContext http, string draft, Body<RevisionRequest> body) =>
        {
            var act = Audited.Of(http, AuditAct.PublishCompany) with { Company = companyOf(http), Detail = $"draft {draft}" };
            return Audited.RunAsync(http, act, async () => Answers.Ok(await Editor(http).PublishAsync(draft, body.Value, http.RequestAborted)));
        }).Produces<VersionView>();
    }

    /// <summary>The company in a request's path.</summary>
    public static CompanyId OfPath(HttpContext http) =>
        CompanyId.TryParse(http.Request.RouteValues["id"]?.ToString(), out var id) ? id : throw new KeyNotFoundException($"There is no company '{http.Request.RouteValues["id"]}'.");

    /// <summary>What may not be changed so is no mistake of the server's.</summary>
    private static async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        try
        {
            return await next(context);
        }
        catch (WrongDocumentException e)
        {
            return Results.Problem(e.Message, statusCode: StatusCodes.Status422UnprocessableEntity, title: "Document", extensions: new Dictionary<string, object?>(StringComparer.Ordinal) { ["problems"] = e.Problems });
        }
        catch (Exception e) when (e is CompanyConflictException or DraftConflictException)
        {
            return Security.DeskProblems.Of(StatusCodes.Status409Conflict, "Outdated", e.Message);
        }
        catch (VirtualOfficeException e) when (e.GetType() == typeof(VirtualOfficeException) || e is OfficeDefinitionException)
        {
            return Security.DeskProblems.Of(StatusCodes.Status422UnprocessableEntity, "Document", e.Message);
        }
    }
}
