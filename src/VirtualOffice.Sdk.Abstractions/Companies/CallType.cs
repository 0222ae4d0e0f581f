using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Companies;

/// <summary>A reason for which callers call a company, which is served in a way of its own. The number dialled tells it, or an operator or a script sets it.</summary>
/// <param name="Id">The id, unique in the company.</param>
/// <param name="Name">The name that operators and reports show.</param>
public sealed record CallType(CallTypeId Id, string Name)
{
    /// <summary>The company's numbers that mean this type; each means at most one.</summary>
    public IReadOnlyList<PhoneNumber> Numbers { get; init => field = value ?? []; } = [];

    /// <summary>The language its callers speak, such as <c>en</c>; null when it says nothing of it.</summary>
    public string? Language { get; init; }

    /// <summary>The script of its calls, by name, which then belongs to the types that name it alone; null for the narrowest that fits.</summary>
    public string? Script { get; init; }
}
