using System.Collections.ObjectModel;

namespace VirtualOffice.Sdk.Companies;

/// <summary>How a company's waiting callers are given to operators, and what becomes of them when the wait is too much.</summary>
public sealed record QueueRules
{
    /// <summary>The rules of a company that has none of its own.</summary>
    public static QueueRules Default { get; } = new();

    /// <summary>Which free operator is asked first: the name of a routing strategy, <c>longest-idle</c> by default.</summary>
    public string Strategy { get; init => field = value ?? "longest-idle"; } = "longest-idle";

    /// <summary>How many operators a call is offered to at a time; one by default.</summary>
    public OfferMode Offer { get; init; }

    /// <summary>After how long in the queue a call is also offered to backup operators of ring 1, 2 and so on; increasing, at most seven. None by default: rings are all open.</summary>
    public IReadOnlyList<TimeSpan> BackupsAfter { get; init => field = value ?? []; } = [];

    /// <summary>For how long a caller waits for the operator who served them last, before anyone is asked; zero, the default, for not at all.</summary>
    public TimeSpan PreferLastOperatorFor { get; init; }

    /// <summary>What a minute of waiting counts for operators who choose between companies by weight, 1 to 1,000; 1 by default.</summary>
    public int Weight { get; init => field = value == 0 ? 1 : value; } = 1;

    /// <summary>An operator's time for work after a call of this company; the longest of this and the office's counts.</summary>
    public TimeSpan WrapUp { get; init; }

    /// <summary>The skills an operator needs for the company's calls, each with the least level, 1 to 10.</summary>
    public IReadOnlyDictionary<string, int> Skills { get; init => field = value ?? ReadOnlyDictionary<string, int>.Empty; } = ReadOnlyDictionary<string, int>.Empty;

    /// <summary>What an operator who has answered hears before being connected with the caller; null, the default, for nothing.</summary>
    public CompanyWhisper? Whisper { get; init; }

    /// <summary>When waiting is too much, and where it leads; of several that hold, the first counts.</summary>
    public IReadOnlyList<QueueLimit> Limits { get; init => field = value ?? []; } = [];
}
