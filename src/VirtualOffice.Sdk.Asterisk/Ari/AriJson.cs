using System.Text.Json.Serialization;

namespace VirtualOffice.Sdk.Asterisk;

/// <summary>The bodies of ARI's requests and answers, as far as they are used; generated at compile time.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(AriInfo))]
[JsonSerializable(typeof(AriApplication))]
[JsonSerializable(typeof(AriChannel))]
[JsonSerializable(typeof(IReadOnlyList<AriChannel>))]
[JsonSerializable(typeof(AriBridge))]
[JsonSerializable(typeof(IReadOnlyList<AriBridge>))]
[JsonSerializable(typeof(IReadOnlyList<AriStoredRecording>))]
[JsonSerializable(typeof(AriError))]
[JsonSerializable(typeof(AriEventFilter))]
[JsonSerializable(typeof(AriVariables))]
internal sealed partial class AriJson : JsonSerializerContext;
