using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Operators;
using VirtualOffice.Sdk.Stores;

namespace VirtualOffice.Sdk.AspNetCore.Operating;

/// <summary>An operator's own numbers of the day.</summary>
/// <param name="Calls">Calls served.</param>
/// <param name="Transferred">Of them, transferred.</param>
/// <param name="Messages">Messages taken.</param>
/// <param name="TalkSeconds">Time in conversation.</param>
/// <param name="AverageTalkSeconds">The same for each call.</param>
internal sealed record DeskTodayView(int Calls, int Transferred, int Messages, double TalkSeconds, double AverageTalkSeconds)
{
    private const int PageSize = 500;
    private const int MaxPages = 4;

    public static async Task<DeskTodayView> CountAsync(ICallIndex index, OperatorId op, DateTimeOffset from, CancellationToken cancellationToken)
    {
        var (calls, transferred, messages, talk) = (0, 0, 0, TimeSpan.Zero);
        CallId? before = null;
        for (var page = 0; page < MaxPages; page++)
        {
            var found = await index.ListCallsAsync(new CallFilter(TenantScope.Office, before, PageSize) { Operator = op, From = from }, cancellationToken);
            foreach (var summary in found)
            {
                calls++;
                transferred += summary.Outcome == CallOutcomeKind.Transferred ? 1 : 0;
                messages += summary.Outcome == CallOutcomeKind.MessageTaken ? 1 : 0;
                talk += summary is { AnsweredAt: { } answered, EndedAt: { } ended } && ended > answered ? ended - answered : TimeSpan.Zero;
            }

            if (found.Count < PageSize)
            {
                break;
            }

            before = found[^1].Call;
        }

        return new DeskTodayView(calls, transferred, messages, talk.TotalSeconds, calls == 0 ? 0 : talk.TotalSeconds / calls);
    }
}
