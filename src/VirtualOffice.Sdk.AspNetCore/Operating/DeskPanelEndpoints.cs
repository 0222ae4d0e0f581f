using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using VirtualOffice.Sdk.AspNetCore.Api;
using VirtualOffice.Sdk.AspNetCore.Security;

namespace VirtualOffice.Sdk.AspNetCore.Operating;

/// <summary>Reads the panels that the host adds.</summary>
internal static partial class DeskPanelEndpoints
{
    private const int MaxRows = 200;

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    public static void MapDeskPanels(this IEndpointRouteBuilder call) => call.MapGet("/panels/{panel}", ReadAsync).Produces<DeskPanelView>();

    private static async Task<IResult> ReadAsync(
        DeskCommands commands,
        DeskIdentity identity,
        CallCompanies companies,
        IVirtualOffice office,
        IOptions<OperatorDeskOptions> options,
        OfficeRuntime runtime,
        ILogger<DeskPanel> logger,
        HttpContext http,
        string id,
        string panel)
    {
        var op = identity.Require(http.User).Operator!.Value;
        var record = await commands.RequireOwnAsync(op, Ids.Call(id), http.RequestAborted);
        var found = options.Value.Panels.FirstOrDefault(p => p.Id == panel) ?? throw new KeyNotFoundException($"There is no panel '{panel}'.");
        if (await companies.FindAsync(record, http.RequestAborted) is not { } company || office.Operators.Find(op) is not { } snapshot)
        {
            throw Ids.UnknownCall(id);
        }

        using var limit = new CancellationTokenSource(Limit, runtime.Clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, http.RequestAborted);
        try
        {
            var rows = await found.ReadAsync(new DeskPanelContext(record, company, snapshot.Definition), either.Token).WaitAsync(either.Token);
            return Answers.Ok(DeskPanelView.Of(found, rows.Take(MaxRows)));
        }
        catch (Exception e) when (!http.RequestAborted.IsCancellationRequested)
        {
            // The host's own affair, and no reason for the operator to lose the rest of the screen.
            LogFailed(logger, panel, e);
            return DeskProblems.Of(StatusCodes.Status503ServiceUnavailable, "Unavailable", $"'{found.Title}' cannot be read now.");
        }
    }

    [LoggerMessage(EventId = 3020, Level = LogLevel.Warning, Message = "The desk's panel {Panel} could not be read.")]
    private static partial void LogFailed(ILogger logger, string panel, Exception exception);
}
