using System.Globalization;
using Microsoft.Extensions.Logging;
using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Stores;

namespace VirtualOffice.Sdk.Messages.Digests;

/// <summary>
/// Sends the daily summaries. How far each has come is a bookmark, moved when the summary is delivered: every message is in it once, also when the host was away at its time.
/// A host that dies between the two sends the same summary again, under the same id.
/// </summary>
internal sealed partial class DigestWorker(
    ICallJournal journal,
    IBookmarkStore bookmarks,
    CompanyDirectory companies,
    IEnumerable<INotificationChannel> channels,
    OfficeRuntime runtime,
    OfficeOptions options,
    ILogger<DigestWorker> logger)
{
    private const int PageSize = 200;

    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    // A message is in the journal a moment after its time.
    private static readonly TimeSpan Settled = TimeSpan.FromMinutes(1);

    // A call during which a message is taken may have begun long before.
    private static readonly TimeSpan LongestCall = TimeSpan.FromDays(1);

    private readonly Dictionary<string, (int Failures, DateTimeOffset Next)> _troubles = [];

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            await Task.Delay(Every, runtime.Clock, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
            foreach (var (company, rule) in companies.List().SelectMany(c => c.Digests.Select(rule => (c, rule))))
            {
                try
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    await SendDueAsync(company, rule, cancellationToken);
                }
                catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
                {
                    return;
                }
                catch (Exception e)
                {
                    LogPutOff(logger, company.Id.Value, e);
                }
            }
        }
    }

    private async Task SendDueAsync(CompanyDefinition company, DigestRule rule, CancellationToken cancellationToken)
    {
        var channel = rule.Channel ?? options.MessageChannel;
        var key = $"digest {company.Id} {channel} {rule.To}";
        var now = runtime.Clock.GetUtcNow();
        var end = DigestTimes.LastBefore(now - Settled, rule.At, company.TimeZone);
        var bookmark = await bookmarks.ReadAsync(key, cancellationToken);
        if (!DateTimeOffset.TryParseExact(bookmark, "O", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var since))
        {
            // The first summary of a company begins at its last closing, and not with everything that ever was.
            await SaveAsync(key, end, cancellationToken);
            return;
        }

        if (since >= end || (_troubles.TryGetValue(key, out var trouble) && trouble.Next > now))
        {
            return;
        }

        var messages = await CollectAsync(company.Id, since, end, cancellationToken);
        var attempt = messages.Count == 0 ? DeliveryAttempt.Delivered() : await DeliverAsync(company, rule, channel, key, messages, end, cancellationToken);
        if (attempt.Outcome == DeliveryOutcome.Delivered)
        {
            _troubles.Remove(key);
            await SaveAsync(key, end, cancellationToken);
            return;
        }

        var failures = _troubles.GetValueOrDefault(key).Failures + 1;
        _troubles[key] = (failures, now + (DeliveryBackoff.After(failures) ?? TimeSpan.FromHours(1)));
        LogFailed(logger, company.Id.Value, messages.Count, attempt.Detail ?? "");
    }

    private Task SaveAsync(string key, DateTimeOffset end, CancellationToken cancellationToken) =>
        bookmarks.SaveAsync(key, end.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture), cancellationToken);

    /// <summary>The messages taken after one instant and not after the other, oldest first, without those that have been corrected since.</summary>
    private async Task<IReadOnlyList<Message>> CollectAsync(CompanyId company, DateTimeOffset since, DateTimeOffset end, CancellationToken cancellationToken)
    {
        List<MessageTaken> taken = [];
        CallId? before = null;
        while (true)
        {
            var page = await journal.ReadPageAsync(new CallQuery(TenantScope.Of(company), before, PageSize), cancellationToken);
            taken.AddRange(page.SelectMany(call => call.Events).OfType<MessageTaken>().Where(m => m.Message.Company == company && m.At > since));
            if (page.Count < PageSize || page[^1].Events[0].At < since - LongestCall)
            {
                var corrected = taken.Select(m => m.Message.Corrects).OfType<MessageId>().ToHashSet();
                return [.. taken.Where(m => m.At <= end && !corrected.Contains(m.Message.Id)).OrderBy(m => m.At).Select(m => m.Message)];
            }

            before = page[^1].Call;
        }
    }

    private async Task<DeliveryAttempt> DeliverAsync(
        CompanyDefinition company, DigestRule rule, string channel, string key, IReadOnlyList<Message> messages, DateTimeOffset end, CancellationToken cancellationToken)
    {
        if (channels.FirstOrDefault(c => c.Name == channel) is not { } found)
        {
            return DeliveryAttempt.RetryLater($"No notification channel '{channel}' is configured.");
        }

        var message = DigestMessage.Of(company, key, messages, end);
        var delivery = new MessageDelivery(new DeliveryId(message.Id, 1), message.Call, company.Id, channel, AddressOf(company, rule, channel), DeliveryState.Pending, 0, end, null) { CreatedAt = end };
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await using var timer = runtime.Clock.CreateTimer(static source => ((CancellationTokenSource)source!).Cancel(), limit, DeliveryRunner.AttemptTime, Timeout.InfiniteTimeSpan);
        try
        {
            return await found.DeliverAsync(new Notification(delivery, message, null), limit.Token);
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            return DeliveryAttempt.RetryLater(e.Message);
        }
    }

    private static string AddressOf(CompanyDefinition company, DigestRule rule, string channel)
    {
        if (rule.To == DispatchStep.CompanyAddress)
        {
            return company.MessagesTo ?? "";
        }

        return EmployeeId.TryParse(rule.To, out var id) && company.FindEmployee(id) is { } employee
            ? (channel == "email" ? employee.Email : (employee.Numbers is [var first, ..] ? first.ToString() : null)) ?? ""
            : rule.To;
    }

    [LoggerMessage(1330, LogLevel.Error, "The daily summary of {Company}, with {Count} messages, could not be sent: {Reason}. It is tried again")]
    private static partial void LogFailed(ILogger logger, string company, int count, string reason);

    [LoggerMessage(1331, LogLevel.Warning, "The daily summary of {Company} is put off: a store is away")]
    private static partial void LogPutOff(ILogger logger, string company, Exception exception);
}
