namespace VirtualOffice.Sdk.Companies;

/// <summary>A daily summary of a company's messages; a day without messages has none.</summary>
/// <param name="At">The company's local time at which it is sent.</param>
/// <param name="To">To whom: <see cref="DispatchStep.CompanyAddress"/>, the id of an employee, or an address of the channel.</param>
public sealed record DigestRule(TimeOnly At, string To)
{
    /// <summary>The name of the notification channel; null for the office's own.</summary>
    public string? Channel { get; init; }
}
