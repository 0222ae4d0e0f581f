using System.Text.Json.Serialization;
using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Messages;

namespace VirtualOffice.Sdk.EntityFrameworkCore;

/// <summary>
/// How events and messages are written in the database. Names are part of the stored format: renaming a property or an enum's member needs a migration.
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
internal sealed partial class OfficeJsonContext : JsonSerializerContext;
