using System.Globalization;
using Microsoft.AspNetCore.Http;
using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Messages;
using VirtualOffice.Sdk.Operators;

namespace VirtualOffice.Sdk.AspNetCore.Api;

/// <summary>Reads ids and choices from requests; what cannot be one does not exist.</summary>
internal static class Ids
{
    public static CallId Call(string text) => CallId.TryParse(text, out var call) ? call : throw UnknownCall(text);

    public static OperatorId Operator(string text) => OperatorId.TryParse(text, out var op) ? op : throw new KeyNotFoundException($"There is no operator '{text}'.");

    public static CompanyId Company(string text) => CompanyId.TryParse(text, out var company) ? company : throw new KeyNotFoundException($"There is no company '{text}'.");

    public static MessageId Message(string text) =>
        MessageId.TryParse(text, out var id) ? id : throw new BadHttpRequestException($"'{text}' is not a message's id; expected a UUID.");

    public static DeliveryId Delivery(string text) => text.Split('.') is [var message, var number] && MessageId.TryParse(message, out var id) && int.TryParse(number, CultureInfo.InvariantCulture, out var n)
        ? new DeliveryId(id, n)
        : throw new BadHttpRequestException($"'{text}' is not a delivery; allowed is a message's id, a full stop and a number.");

    public static T Choice<T>(string name, string? text)
        where T : struct, Enum => Enum.GetNames<T>().FirstOrDefault(n => n.Equals(text, StringComparison.OrdinalIgnoreCase)) is { } found
            ? Enum.Parse<T>(found)
            : throw new BadHttpRequestException($"'{name}' is '{text}'; allowed is one of {string.Join(", ", Enum.GetNames<T>())}.");

    public static CallCommandException UnknownCall(string id) => new(CallCommandError.UnknownCall, $"There is no call '{id}'.");
}
