using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Json;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Calls;

/// <summary>
/// To whom a caller is transferred: an employee, a group, whoever is on call, or a number. Its text is the id of an employee alone (<c>anna</c>),
/// <c>group:engineers</c>, <c>on-call:night</c>, or <c>number:+78124540101</c>.
/// </summary>
[JsonConverter(typeof(TransferTargetJsonConverter))]
public sealed record TransferTarget
{
    private const string GroupPrefix = "group:";
    private const string OnCallPrefix = "on-call:";
    private const string NumberPrefix = "number:";

    private TransferTarget(TransferTargetKind kind) => Kind = kind;

    /// <summary>What it is.</summary>
    public TransferTargetKind Kind { get; }

    /// <summary>The employee; null when it is something else.</summary>
    public EmployeeId? Employee { get; private init; }

    /// <summary>The group; null when it is something else.</summary>
    public GroupId? Group { get; private init; }

    /// <summary>The on-call list; null when it is something else.</summary>
    public OnCallListId? OnCallList { get; private init; }

    /// <summary>The number; null when it is something else.</summary>
    public PhoneNumber? Number { get; private init; }

    /// <summary>An employee.</summary>
    public static TransferTarget Of(EmployeeId employee) => new(TransferTargetKind.Employee) { Employee = employee };

    /// <summary>A group.</summary>
    public static TransferTarget Of(GroupId group) => new(TransferTargetKind.Group) { Group = group };

    /// <summary>Whoever is on call.</summary>
    public static TransferTarget Of(OnCallListId list) => new(TransferTargetKind.OnCall) { OnCallList = list };

    /// <summary>A number dialled by hand.</summary>
    public static TransferTarget Of(PhoneNumber number)
    {
        ArgumentNullException.ThrowIfNull(number);
        return new TransferTarget(TransferTargetKind.Number) { Number = number };
    }

    /// <summary>Reads a target's text.</summary>
    /// <exception cref="FormatException">It is not one.</exception>
    public static TransferTarget Parse(string text) => TryParse(text, out var target)
        ? target
        : throw new FormatException($"'{text}' is not somebody to transfer to; expected the id of an employee, group:ID, on-call:ID, or number:+78124540101.");

    /// <summary>Reads a target's text.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out TransferTarget? target)
    {
        target = text switch
        {
            null => null,
            _ when Rest(text, GroupPrefix) is { } group => GroupId.TryParse(group, out var id) ? Of(id) : null,
            _ when Rest(text, OnCallPrefix) is { } list => OnCallListId.TryParse(list, out var id) ? Of(id) : null,
            _ when Rest(text, NumberPrefix) is { } digits => PhoneNumber.TryParse(digits, out var number) ? Of(number) : null,
            _ => EmployeeId.TryParse(text, out var id) ? Of(id) : null,
        };
        return target is not null;
    }

    /// <inheritdoc/>
    public override string ToString() => Kind switch
    {
        TransferTargetKind.Group => GroupPrefix + Group,
        TransferTargetKind.OnCall => OnCallPrefix + OnCallList,
        TransferTargetKind.Number => NumberPrefix + Number,
        _ => Employee.ToString()!,
    };

    private static string? Rest(string text, string prefix) => text.StartsWith(prefix, StringComparison.Ordinal) ? text[prefix.Length..] : null;
}
