using System.Text.Json;
using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Json;

namespace VirtualOffice.Sdk.EntityFrameworkCore;

/// <summary>Reads a journal inside the writer's transaction.</summary>
internal static class JournalReading
{
    private const string Events = """
        SELECT "Json" FROM "CallEvents" WHERE "CallId" = @p0 ORDER BY "Sequence"
        """;

    private const string Offers = """
        SELECT "Json" FROM "CallEvents" WHERE "CallId" = @p0 AND "Type" = 'offerMade' ORDER BY "Sequence" DESC
        """;

    /// <summary>Folds a call's journal.</summary>
    /// <exception cref="JsonException">An event cannot be read.</exception>
    /// <exception cref="InvalidDataException">The events are no journal.</exception>
    public static async Task<(CallRecord Record, IReadOnlyList<CallEvent> Events)> FoldAsync(StoreSession session, CallId call)
    {
        var json = await session.QueryAsync(Events, row => row.GetString(0), call.ToString()).ConfigureAwait(false);
        var events = json.ConvertAll(OfficeJson.ReadEvent);
        try
        {
            return (CallRecord.Fold(call, events), events);
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException)
        {
            throw new InvalidDataException($"The events of call {call} do not follow each other.", e);
        }
    }

    /// <summary>An offer that was made in an earlier append; null when there is none.</summary>
    public static async Task<OfferMade?> FindOfferAsync(StoreSession session, string call, OfferId offer)
    {
        var offers = await session.QueryAsync(Offers, row => row.GetString(0), call).ConfigureAwait(false);
        return offers.Select(OfficeJson.ReadEvent).OfType<OfferMade>().FirstOrDefault(made => made.Offer == offer);
    }
}
