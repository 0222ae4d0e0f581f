using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Operators;

namespace VirtualOffice.Sdk.Dispatching;

/// <summary>A call on the board: waiting, offered, or with an operator.</summary>
internal sealed class DispatchCall(CallId id, CompanyId company, DateTimeOffset enqueuedAt, int ticket = 0)
{
    public CallId Id { get; } = id;

    public CompanyId Company { get; } = company;

    public DateTimeOffset EnqueuedAt { get; } = enqueuedAt;

    public int Ticket { get; } = ticket;

    public OfferId? Offer { get; set; }

    public DispatchOperator? Operator { get; set; }

    /// <summary>Operators who declined or missed this call, and until when they are not offered it again.</summary>
    public List<(OperatorId Operator, DateTimeOffset Until)> Excluded { get; } = [];

    public bool IsWaiting => Operator is null;

    public bool Excludes(OperatorId candidate, DateTimeOffset now)
    {
        foreach (var (excluded, until) in Excluded)
        {
            if (excluded == candidate && now < until)
            {
                return true;
            }
        }

        return false;
    }
}
