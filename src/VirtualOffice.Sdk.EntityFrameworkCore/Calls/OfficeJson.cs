using System.Collections.Frozen;
using System.Text.Encodings.Web;
using System.Text.Json;
using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Messages;

namespace VirtualOffice.Sdk.EntityFrameworkCore;

/// <summary>Writes and reads events and messages.</summary>
internal static class OfficeJson
{
    // A number and a name of any alphabet stay searchable in the database; this text never goes into a page.
    private static readonly OfficeJsonContext Context = new(new JsonSerializerOptions(OfficeJsonContext.Default.Options)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    private static readonly FrozenDictionary<Type, string> Types = Context.CallEvent.PolymorphismOptions!.DerivedTypes
        .ToFrozenDictionary(t => t.DerivedType, t => (string)t.TypeDiscriminator!);

    public static string TypeOf(CallEvent callEvent) => Types[callEvent.GetType()];

    public static string Write(CallEvent callEvent) => JsonSerializer.Serialize(callEvent, Context.CallEvent);

    public static string Write(Message message) => JsonSerializer.Serialize(message, Context.Message);

    /// <exception cref="JsonException">It is not an event that this version knows.</exception>
    public static CallEvent ReadEvent(string json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, Context.CallEvent) ?? throw new JsonException("The event is null.");
        }
        catch (NotSupportedException e)
        {
            throw new JsonException("The event does not say its type.", e);
        }
    }

    /// <exception cref="JsonException">It is not a message.</exception>
    public static Message ReadMessage(string json) => JsonSerializer.Deserialize(json, Context.Message) ?? throw new JsonException("The message is null.");
}
