using VirtualOffice.Sdk;
using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Messages;
using VirtualOffice.Sdk.Recordings;
using VirtualOffice.Sdk.Stores;

namespace FrontDesk.Api;

/// <summary>Calls, their commands and recordings.</summary>
internal static class CallEndpoints
{
    public static void MapCalls(this IEndpointRouteBuilder app)
    {
        var calls = app.MapGroup("/api/v1/calls");
        calls.MapGet("/", ListAsync);
        calls.MapGet("/{id}", FindAsync);
        calls.MapPost("/{id}/transfer", TransferAsync);
        calls.MapPost("/{id}/transfer/consult", ConsultAsync);
        calls.MapPost("/{id}/transfer/complete", (IVirtualOffice office, string id, CancellationToken cancellationToken) => DoneAsync(id, office.Calls.CompleteTransferAsync(Parse(id), cancellationToken)));
        calls.MapPost("/{id}/transfer/take-back", (IVirtualOffice office, string id, CancellationToken cancellationToken) => DoneAsync(id, office.Calls.TakeBackAsync(Parse(id), cancellationToken)));
        calls.MapPost("/{id}/message", TakeMessageAsync);
        calls.MapPost("/{id}/hangup", HangUpAsync);
        calls.MapGet("/{id}/recording", RecordingAsync);
        app.MapGet("/api/v1/calls/{id}/messages/{message}/recording", MessageRecordingAsync);
    }

    private static async Task<IResult> ListAsync(IVirtualOffice office, CancellationToken cancellationToken, string? before = null, int limit = 50)
    {
        var query = new CallQuery(TenantScope.Office, before is null ? null : CallId.Parse(before), limit);
        var page = await office.Calls.ListAsync(query, cancellationToken);
        var views = new List<CallView>(page.Count);
        foreach (var record in page)
        {
            views.Add(await ViewAsync(office, record, cancellationToken));
        }

        return Results.Ok(new CallPage(views, page.Count == limit ? page[^1].Id.ToString() : null));
    }

    private static async Task<IResult> FindAsync(IVirtualOffice office, string id, CancellationToken cancellationToken) =>
        await office.Calls.FindAsync(Parse(id), cancellationToken) is { } record
            ? Results.Ok(await ViewAsync(office, record, cancellationToken))
            : throw Unknown(id);

    private static async Task<IResult> TransferAsync(IVirtualOffice office, string id, TransferRequest request, HttpRequest http, CancellationToken cancellationToken)
    {
        if (!TransferTarget.TryParse(request.Employee, out var target))
        {
            throw new BadHttpRequestException($"'employee' is '{request.Employee}'; allowed is an employee's id, group:ID, on-call:ID, or number:+78124540101.");
        }

        var wanted = new VirtualOffice.Sdk.Calls.TransferRequest(target)
        {
            Kind = request.Kind is null ? null : Choice<TransferKind>("kind", request.Kind),
            Leave = request.Leave,
            IfAway = request.IfAway is null ? AwayRule.Refuse : Choice<AwayRule>("ifAway", request.IfAway),
        };
        var record = await office.Calls.TransferAsync(Parse(id), wanted, CommandOf(http), cancellationToken);
        return Results.Accepted($"/api/v1/calls/{id}", await ViewAsync(office, record, cancellationToken));
    }

    private static Task<IResult> ConsultAsync(IVirtualOffice office, string id, ConsultRequest request, CancellationToken cancellationToken) =>
        DoneAsync(id, office.Calls.ConsultAsync(Parse(id), Choice<ConsultWith>("with", request.With), cancellationToken));

    private static async Task<IResult> DoneAsync(string id, Task command)
    {
        await command;
        return Results.Accepted($"/api/v1/calls/{id}");
    }

    private static T Choice<T>(string name, string? text)
        where T : struct, Enum => Enum.GetNames<T>().FirstOrDefault(n => n.Equals(text, StringComparison.OrdinalIgnoreCase)) is { } found
            ? Enum.Parse<T>(found)
            : throw new BadHttpRequestException($"'{name}' is '{text}'; allowed is one of {string.Join(", ", Enum.GetNames<T>())}.");

    private static async Task<IResult> TakeMessageAsync(IVirtualOffice office, string id, MessageRequest request, HttpRequest http, CancellationToken cancellationToken)
    {
        var employee = (EmployeeId?)null;
        if (request.Employee is not null)
        {
            employee = EmployeeId.TryParse(request.Employee, out var parsed)
                ? parsed
                : throw new BadHttpRequestException($"'employee' is '{request.Employee}'; allowed is an employee's id, or none.");
        }

        var fields = (request.Fields ?? []).Select(f => new MessageField(f.Key, f.Value)).ToList();
        var message = await office.Calls.TakeMessageAsync(Parse(id), new MessageDraft(employee, fields) { Urgency = request.Urgency }, CommandOf(http), cancellationToken);
        return Results.Created($"/api/v1/calls/{id}", MessageView.Of(message, null, await DeliveriesAsync(office, message.Call, cancellationToken)));
    }

    private static async Task<IResult> HangUpAsync(IVirtualOffice office, string id, CancellationToken cancellationToken)
    {
        await office.Calls.HangUpAsync(Parse(id), cancellationToken);
        return Results.Accepted($"/api/v1/calls/{id}");
    }

    private static async Task<IResult> RecordingAsync(IVirtualOffice office, string id, CancellationToken cancellationToken)
    {
        var record = await office.Calls.FindAsync(Parse(id), cancellationToken) ?? throw Unknown(id);
        return await WavAsync(office, record.CallRecording, cancellationToken);
    }

    private static async Task<IResult> MessageRecordingAsync(IVirtualOffice office, string id, string message, CancellationToken cancellationToken)
    {
        var record = await office.Calls.FindAsync(Parse(id), cancellationToken) ?? throw Unknown(id);
        var recording = record.Messages.FirstOrDefault(m => m.Id.ToString() == message)?.Recording;
        return await WavAsync(office, record.Recordings.FirstOrDefault(r => r.Id == recording), cancellationToken);
    }

    private static async Task<IResult> WavAsync(IVirtualOffice office, CallRecording? recording, CancellationToken cancellationToken)
    {
        var wav = recording?.Stored is null ? null : await office.Recordings.OpenAsync(recording.Id, cancellationToken);
        return wav is null
            ? Results.Problem($"The recording is {recording?.State.ToString() ?? "not there"}: {recording?.Reason ?? "it is stored when the call has ended"}.", statusCode: 404)
            : Results.File(wav, "audio/wav", $"{recording!.Id}.wav", enableRangeProcessing: true);
    }

    private static async Task<CallView> ViewAsync(IVirtualOffice office, CallRecord record, CancellationToken cancellationToken)
    {
        return CallView.Of(record, record.Messages.Count == 0 ? [] : await DeliveriesAsync(office, record.Id, cancellationToken));
    }

    /// <summary>Deliveries as far as they are known: none while the database is away, which must not hide that a command was carried out.</summary>
    private static async Task<IReadOnlyList<MessageDelivery>> DeliveriesAsync(IVirtualOffice office, CallId call, CancellationToken cancellationToken)
    {
        try
        {
            return await office.Messages.ListDeliveriesAsync(call, cancellationToken);
        }
        catch (StoreUnavailableException)
        {
            return [];
        }
    }

    /// <summary>The command's id, from the header <c>Idempotency-Key</c>; null when there is none.</summary>
    private static CommandId? CommandOf(HttpRequest http) => http.Headers["Idempotency-Key"].ToString() is { Length: > 0 } key
        ? CommandId.TryParse(key, out var command) ? command : throw new BadHttpRequestException($"'Idempotency-Key' is '{key}'; allowed are 1 to 100 letters, digits, '-' or '_'.")
        : null;

    private static CallId Parse(string id) => CallId.TryParse(id, out var call) ? call : throw Unknown(id);

    private static CallCommandException Unknown(string id) => new(CallCommandError.UnknownCall, $"There is no call '{id}'.");
}
