namespace VirtualOffice.Sdk.Calls;

/// <summary>The kinds of <see cref="TransferTarget"/>.</summary>
public enum TransferTargetKind
{
    /// <summary>An employee, by the numbers of their plan.</summary>
    Employee,

    /// <summary>A group of employees: in order, in rotation, or all at once.</summary>
    Group,

    /// <summary>Whoever is on call.</summary>
    OnCall,

    /// <summary>A number dialled by hand.</summary>
    Number,
}
