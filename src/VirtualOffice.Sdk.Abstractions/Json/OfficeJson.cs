using System.Collections.Frozen;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Messages;
using VirtualOffice.Sdk.Stores;

namespace VirtualOffice.Sdk.Json;

/// <summary>Writes and reads what stores keep: the one format of all of them. Safe for concurrent use.</summary>
public static class OfficeJson
{
    // A number and a name of any alphabet stay searchable in a database; this text never goes into a page.
    private static readonly OfficeJsonContext Context = new(new JsonSerializerOptions(OfficeJsonContext.Default.Options)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    private static readonly FrozenDictionary<Type, string> Types = Context.CallEvent.PolymorphismOptions!.DerivedTypes
        .ToFrozenDictionary(t => t.DerivedType, t => (string)t.TypeDiscriminator!);

    /// <summary>The name of an event's kind in its JSON.</summary>
    public static string TypeOf(CallEvent callEvent)
    {
        ArgumentNullException.ThrowIfNull(callEvent);
        return Types[callEvent.GetType()];
    }

    /// <summary>Writes an event.</summary>
    public static string Write(CallEvent callEvent) => JsonSerializer.Serialize(callEvent, Context.CallEvent);

    /// <summary>Writes a message.</summary>
    public static string Write(Message message) => JsonSerializer.Serialize(message, Context.Message);

    /// <summary>Writes an append.</summary>
    public static string Write(JournalAppend append) => JsonSerializer.Serialize(append, Context.JournalAppend);

    /// <summary>Writes a company's definition.</summary>
    public static string Write(CompanyDefinition definition) => JsonSerializer.Serialize(definition, Context.CompanyDefinition);

    /// <summary>Writes a draft of a company.</summary>
    public static string Write(CompanyDraft draft) => JsonSerializer.Serialize(draft, Context.CompanyDraft);

    /// <summary>Writes an absence.</summary>
    public static string Write(KeptAbsence absence) => JsonSerializer.Serialize(absence, Context.KeptAbsence);

    /// <summary>Reads an event.</summary>
    /// <exception cref="JsonException">It is not an event that this version knows.</exception>
    public static CallEvent ReadEvent(string json) => Read(json, Context.CallEvent);

    /// <summary>Reads a message.</summary>
    /// <exception cref="JsonException">It is not a message.</exception>
    public static Message ReadMessage(string json) => Read(json, Context.Message);

    /// <summary>Reads an append.</summary>
    /// <exception cref="JsonException">It is not an append, or has an event that this version does not know.</exception>
    public static JournalAppend ReadAppend(string json) => Read(json, Context.JournalAppend);

    /// <summary>Reads a company's definition.</summary>
    /// <exception cref="JsonException">It is not a definition.</exception>
    public static CompanyDefinition ReadCompany(string json) => Read(json, Context.CompanyDefinition);

    /// <summary>Reads a draft of a company.</summary>
    /// <exception cref="JsonException">It is not a draft.</exception>
    public static CompanyDraft ReadDraft(string json) => Read(json, Context.CompanyDraft);

    /// <summary>Reads an absence.</summary>
    /// <exception cref="JsonException">It is not an absence.</exception>
    public static KeptAbsence ReadAbsence(string json) => Read(json, Context.KeptAbsence);

    private static T Read<T>(string json, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(json, type) ?? throw new JsonException($"The {typeof(T).Name} is null.");
        }
        catch (NotSupportedException e)
        {
            throw new JsonException("An event does not say its type.", e);
        }
    }
}
