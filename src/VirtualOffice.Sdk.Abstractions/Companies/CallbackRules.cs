namespace VirtualOffice.Sdk.Companies;

/// <summary>How a company's callers are called back whom nobody served.</summary>
public sealed record CallbackRules
{
    /// <summary>The rules of a company that has none of its own: people decide when to call back.</summary>
    public static CallbackRules Default { get; } = new();

    /// <summary>Whether the office calls back by itself, through operators who are free, while the company is open.</summary>
    public bool Automatic { get; init; }

    /// <summary>How often a caller is called in vain before people have to decide, 1 to 10; 3 by default.</summary>
    public int Attempts { get; init => field = value == default ? 3 : value; } = 3;

    /// <summary>The pause after an attempt in vain, 1 min to 1 day; 15 min by default.</summary>
    public TimeSpan Every { get; init => field = value == default ? TimeSpan.FromMinutes(15) : value; } = TimeSpan.FromMinutes(15);

    /// <summary>How long after the call a caller is called back by itself, 10 min to 7 days; one day by default.</summary>
    public TimeSpan Within { get; init => field = value == default ? TimeSpan.FromDays(1) : value; } = TimeSpan.FromDays(1);
}
