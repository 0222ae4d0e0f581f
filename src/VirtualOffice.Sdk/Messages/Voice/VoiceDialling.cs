using System.Diagnostics.CodeAnalysis;
using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Messages.Voice;

/// <summary>
/// Holds people who are rung up to be told a message to the company's dial policy. The numbers of its document, and of whom the office escalates to, are the company's own; any other counts
/// as typed by hand, as it is when an earlier version of the document had it. Safe for concurrent use.
/// </summary>
internal sealed class VoiceDialling(CompanyDirectory companies, DialLedger ledger, OfficeOptions options)
{
    /// <summary>Why a number is never dialled for a message; null when it may be.</summary>
    public string? WhyNot(Message message, PhoneNumber number)
    {
        if (companies.FindByDialledNumber(number.ToString()) is { } own)
        {
            return $"{number} is not dialled: it is a number of {own.Name}, at which callers come in.";
        }

        return companies.Find(message.Company) is { } company && !company.Dialling.Allows(number, byHand: !IsOwn(company, number))
            ? $"{number} is not dialled: the dial policy of {company.Name} does not allow it."
            : null;
    }

    /// <summary>Takes a place among the numbers that may ring at once, within the hour and the day; false with the reason when there is none.</summary>
    public bool TryReserve(Message message, LegId leg, [NotNullWhen(false)] out string? why)
    {
        why = companies.Find(message.Company) is { } company && !ledger.TryReserve(company, leg, out var limit) ? $"The dial policy of {company.Name}: {limit}." : null;
        return why is null;
    }

    public void Release(Message message, LegId leg) => ledger.Release(message.Company, leg);

    private bool IsOwn(CompanyDefinition company, PhoneNumber number) =>
        company.Employees.SelectMany(e => e.Numbers).Any(n => n.Number == number)
        || company.Dispatch.SelectMany(r => r.Steps).SelectMany(s => s.Then.Prepend(s.To)).Append(options.EscalateTo).Any(to => PhoneNumber.TryParse(to, out var named) && named == number);
}
