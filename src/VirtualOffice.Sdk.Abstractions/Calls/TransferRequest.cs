using VirtualOffice.Sdk.Companies;

namespace VirtualOffice.Sdk.Calls;

/// <summary>What an operator asks for when a caller is to be transferred.</summary>
/// <param name="Target">To whom.</param>
public sealed record TransferRequest(TransferTarget Target)
{
    /// <summary>A transfer to an employee as the employee's plan says.</summary>
    public TransferRequest(EmployeeId employee)
        : this(TransferTarget.Of(employee))
    {
    }

    /// <summary>How the caller is connected, whatever the employee's plan says; null for as it says.</summary>
    public TransferKind? Kind { get; init; }

    /// <summary>Whether the operator leaves at once; a caller whom nobody answers is then asked for a message. Otherwise the operator stays, and has the caller back.</summary>
    public bool Leave { get; init; }

    /// <summary>What becomes of it when the employee is away. Of a group and of those on call, who is away is passed over, and who stands in is dialled in their place.</summary>
    public AwayRule IfAway { get; init; }

    /// <summary>A transfer as the employee's plan says.</summary>
    public static TransferRequest FromEmployeeId(EmployeeId employee) => new(employee);

    /// <summary>A transfer as the employee's plan says.</summary>
    public static implicit operator TransferRequest(EmployeeId employee) => new(employee);
}
