using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Messages;
using VirtualOffice.Sdk.Operators;
using VirtualOffice.Sdk.Recordings;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Json;

internal sealed class LegIdJsonConverter : StringJsonConverter<LegId>
{
    protected override LegId Parse(string text) => LegId.Parse(text);
}

internal sealed class DeviceIdJsonConverter : StringJsonConverter<DeviceId>
{
    protected override DeviceId Parse(string text) => DeviceId.Parse(text);
}

internal sealed class PhoneNumberJsonConverter : StringJsonConverter<PhoneNumber>
{
    protected override PhoneNumber Parse(string text) => PhoneNumber.Parse(text);
}

internal sealed class CallIdJsonConverter : StringJsonConverter<CallId>
{
    protected override CallId Parse(string text) => CallId.Parse(text);
}

internal sealed class OfferIdJsonConverter : StringJsonConverter<OfferId>
{
    protected override OfferId Parse(string text) => OfferId.Parse(text);
}

internal sealed class CompanyIdJsonConverter : StringJsonConverter<CompanyId>
{
    protected override CompanyId Parse(string text) => CompanyId.Parse(text);
}

internal sealed class EmployeeIdJsonConverter : StringJsonConverter<EmployeeId>
{
    protected override EmployeeId Parse(string text) => EmployeeId.Parse(text);
}

internal sealed class OperatorIdJsonConverter : StringJsonConverter<OperatorId>
{
    protected override OperatorId Parse(string text) => OperatorId.Parse(text);
}

internal sealed class MessageIdJsonConverter : StringJsonConverter<MessageId>
{
    protected override MessageId Parse(string text) => MessageId.Parse(text);
}

internal sealed class RecordingIdJsonConverter : StringJsonConverter<RecordingId>
{
    protected override RecordingId Parse(string text) => RecordingId.Parse(text);
}
