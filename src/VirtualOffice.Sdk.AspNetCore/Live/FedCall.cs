using System.Collections.Concurrent;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Operators;

namespace VirtualOffice.Sdk.AspNetCore.Live;

/// <summary>A call that is up, as far as it decides who is told.</summary>
internal sealed class FedCall
{
    public CompanyId? Company { get; set; }

    /// <summary>Whom it is or was offered to, and who has it.</summary>
    public ConcurrentDictionary<OperatorId, bool> Operators { get; } = new();
}
