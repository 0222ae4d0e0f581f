using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Calls;

/// <summary>Counts what goes out for each company, so that no dial policy is exceeded however many calls dial at once: a place is reserved before a number is dialled. Safe for concurrent use.</summary>
internal sealed class DialLedger(TimeProvider clock)
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    private readonly Lock _lock = new();
    private readonly Dictionary<CompanyId, Account> _accounts = [];

    /// <summary>Takes a place for a leg; the same leg again changes nothing. False with the reason when there is none.</summary>
    public bool TryReserve(CompanyDefinition company, LegId leg, out string why)
    {
        var policy = company.Dialling;
        lock (_lock)
        {
            var account = AccountOf(company.Id);
            if (account.Live.Contains(leg))
            {
                why = "";
                return true;
            }

            why = account.Refusal(policy, clock.GetTimestamp(), clock);
            if (why.Length > 0)
            {
                return false;
            }

            account.Live.Add(leg);
            account.Dialled.Enqueue(clock.GetTimestamp());
            return true;
        }
    }

    /// <summary>Counts a leg that an earlier run of the host has dialled.</summary>
    public void Adopt(CompanyId company, LegId leg)
    {
        lock (_lock)
        {
            var account = AccountOf(company);
            if (account.Live.Add(leg))
            {
                account.Dialled.Enqueue(clock.GetTimestamp());
            }
        }
    }

    /// <summary>Counts a number that an earlier run of the host dialled, in its place before those of this run. Called once for each.</summary>
    /// <param name="company">For whom.</param>
    /// <param name="leg">The leg; one that lives is counted already.</param>
    /// <param name="ago">How long ago.</param>
    public void Remember(CompanyId company, LegId leg, TimeSpan ago)
    {
        lock (_lock)
        {
            var account = AccountOf(company);
            if (ago < Day && !account.Live.Contains(leg))
            {
                account.Remember(clock.GetTimestamp() - (long)(Math.Max(0, ago.TotalSeconds) * clock.TimestampFrequency));
            }
        }
    }

    /// <summary>The leg is over.</summary>
    public void Release(CompanyId company, LegId leg)
    {
        lock (_lock)
        {
            AccountOf(company).Live.Remove(leg);
        }
    }

    private Account AccountOf(CompanyId company)
    {
        if (!_accounts.TryGetValue(company, out var account))
        {
            _accounts[company] = account = new Account();
        }

        return account;
    }

    private sealed class Account
    {
        public HashSet<LegId> Live { get; } = [];

        /// <summary>When numbers were dialled, the oldest first.</summary>
        public Queue<long> Dialled { get; private set; } = new();

        public void Remember(long at) => Dialled = new Queue<long>(Dialled.Append(at).Order());

        public string Refusal(DialPolicy policy, long now, TimeProvider clock)
        {
            while (Dialled.TryPeek(out var oldest) && clock.GetElapsedTime(oldest, now) >= Day)
            {
                Dialled.Dequeue();
            }

            return policy switch
            {
                { MaxAtOnce: { } atOnce } when Live.Count >= atOnce => $"{Live.Count} numbers ring or talk, and at most {atOnce} may",
                { MaxPerDay: { } perDay } when Dialled.Count >= perDay => $"{Dialled.Count} numbers were dialled within 24 hours, and at most {perDay} may be",
                { MaxPerHour: { } perHour } when Dialled.Count(d => clock.GetElapsedTime(d, now) < Hour) is var count && count >= perHour => $"{count} numbers were dialled within an hour, and at most {perHour} may be",
                _ => "",
            };
        }
    }
}
