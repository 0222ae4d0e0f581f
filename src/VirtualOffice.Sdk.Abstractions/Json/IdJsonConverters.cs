using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Messages;
using VirtualOffice.Sdk.Operators;
using VirtualOffice.Sdk.Recordings;
using VirtualOffice.Sdk.Stores;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Json;

// Public, because a JsonSerializerContext in another assembly creates them.

/// <summary>Writes a <see cref="LegId"/> as its text.</summary>
public sealed class LegIdJsonConverter : StringJsonConverter<LegId>
{
    /// <inheritdoc/>
    protected override LegId Parse(string text) => LegId.Parse(text);
}

/// <summary>Writes a <see cref="DeviceId"/> as its text.</summary>
public sealed class DeviceIdJsonConverter : StringJsonConverter<DeviceId>
{
    /// <inheritdoc/>
    protected override DeviceId Parse(string text) => DeviceId.Parse(text);
}

/// <summary>Writes a <see cref="PhoneNumber"/> as its text.</summary>
public sealed class PhoneNumberJsonConverter : StringJsonConverter<PhoneNumber>
{
    /// <inheritdoc/>
    protected override PhoneNumber Parse(string text) => PhoneNumber.Parse(text);
}

/// <summary>Writes a <see cref="CallId"/> as its text.</summary>
public sealed class CallIdJsonConverter : StringJsonConverter<CallId>
{
    /// <inheritdoc/>
    protected override CallId Parse(string text) => CallId.Parse(text);
}

/// <summary>Writes a <see cref="OfferId"/> as its text.</summary>
public sealed class OfferIdJsonConverter : StringJsonConverter<OfferId>
{
    /// <inheritdoc/>
    protected override OfferId Parse(string text) => OfferId.Parse(text);
}

/// <summary>Writes a <see cref="CompanyId"/> as its text.</summary>
public sealed class CompanyIdJsonConverter : StringJsonConverter<CompanyId>
{
    /// <inheritdoc/>
    protected override CompanyId Parse(string text) => CompanyId.Parse(text);
}

/// <summary>Writes a <see cref="EmployeeId"/> as its text.</summary>
public sealed class EmployeeIdJsonConverter : StringJsonConverter<EmployeeId>
{
    /// <inheritdoc/>
    protected override EmployeeId Parse(string text) => EmployeeId.Parse(text);
}

/// <summary>Writes a <see cref="CallTypeId"/> as its text.</summary>
public sealed class CallTypeIdJsonConverter : StringJsonConverter<CallTypeId>
{
    /// <inheritdoc/>
    protected override CallTypeId Parse(string text) => CallTypeId.Parse(text);
}

/// <summary>Writes a <see cref="OperatorId"/> as its text.</summary>
public sealed class OperatorIdJsonConverter : StringJsonConverter<OperatorId>
{
    /// <inheritdoc/>
    protected override OperatorId Parse(string text) => OperatorId.Parse(text);
}

/// <summary>Writes a <see cref="MessageId"/> as its text.</summary>
public sealed class MessageIdJsonConverter : StringJsonConverter<MessageId>
{
    /// <inheritdoc/>
    protected override MessageId Parse(string text) => MessageId.Parse(text);
}

/// <summary>Writes a <see cref="RecordingId"/> as its text.</summary>
public sealed class RecordingIdJsonConverter : StringJsonConverter<RecordingId>
{
    /// <inheritdoc/>
    protected override RecordingId Parse(string text) => RecordingId.Parse(text);
}

/// <summary>Writes a <see cref="CommandId"/> as its text.</summary>
public sealed class CommandIdJsonConverter : StringJsonConverter<CommandId>
{
    /// <inheritdoc/>
    protected override CommandId Parse(string text) => CommandId.Parse(text);
}

/// <summary>Writes a <see cref="GroupId"/> as its text.</summary>
public sealed class GroupIdJsonConverter : StringJsonConverter<GroupId>
{
    /// <inheritdoc/>
    protected override GroupId Parse(string text) => GroupId.Parse(text);
}

/// <summary>Writes an <see cref="OnCallListId"/> as its text.</summary>
public sealed class OnCallListIdJsonConverter : StringJsonConverter<OnCallListId>
{
    /// <inheritdoc/>
    protected override OnCallListId Parse(string text) => OnCallListId.Parse(text);
}

/// <summary>Writes an <see cref="AbsenceId"/> as its text.</summary>
public sealed class AbsenceIdJsonConverter : StringJsonConverter<AbsenceId>
{
    /// <inheritdoc/>
    protected override AbsenceId Parse(string text) => AbsenceId.Parse(text);
}

/// <summary>Writes a <see cref="DraftId"/> as its text.</summary>
public sealed class DraftIdJsonConverter : StringJsonConverter<DraftId>
{
    /// <inheritdoc/>
    protected override DraftId Parse(string text) => DraftId.Parse(text);
}
