using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Operators;

namespace VirtualOffice.Sdk.AspNetCore;

/// <summary>Who somebody is at the desk, as the host's sign-in says.</summary>
/// <param name="Name">The name that is shown and kept with what the person does: 1 to 64 characters.</param>
/// <param name="Roles">What the person may do.</param>
public sealed record DeskUser(string Name, IReadOnlySet<DeskRole> Roles)
{
    /// <summary>Which operator the person is; needed for <see cref="DeskRole.Operator"/>.</summary>
    public OperatorId? Operator { get; init; }

    /// <summary>Of which company the person is; needed for <see cref="DeskRole.Client"/>.</summary>
    public CompanyId? Company { get; init; }

    /// <summary>What the person may do besides; nothing by default.</summary>
    public IReadOnlySet<DeskRight> Rights { get; init; } = new HashSet<DeskRight>();

    /// <summary>Whether the person, a supervisor, has a right.</summary>
    public bool May(DeskRight right) => Is(DeskRole.Supervisor) && Rights.Contains(right);

    /// <summary>Whether the person has a role, and what the role needs.</summary>
    public bool Is(DeskRole role) => role switch
    {
        DeskRole.Operator => Roles.Contains(role) && Operator is not null,
        DeskRole.Client => Roles.Contains(role) && Company is not null,
        DeskRole.Supervisor => Roles.Contains(role) || Roles.Contains(DeskRole.Admin),
        _ => Roles.Contains(role),
    };
}
