using System.Text.Json.Serialization;
using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Messages;
using VirtualOffice.Sdk.Stores;

namespace VirtualOffice.Sdk.Json;

/// <summary>
/// How what is kept is written. Names are part of the stored format: renaming a property or an enum's member needs a migration.
/// Fields that are not known are passed over on reading, so that an older host can read what a newer one wrote.
/// </summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip,
    IgnoreReadOnlyProperties = true,
    AllowOutOfOrderMetadataProperties = true)]
[JsonSerializable(typeof(CallEvent))]
[JsonSerializable(typeof(Message))]
[JsonSerializable(typeof(JournalAppend))]
[JsonSerializable(typeof(CompanyDefinition))]
[JsonSerializable(typeof(CompanyDraft))]
[JsonSerializable(typeof(KeptAbsence))]
internal sealed partial class OfficeJsonContext : JsonSerializerContext;
