using System.Text.Json;
using System.Text.Json.Serialization;

namespace VirtualOffice.Sdk.AspNetCore.Api;

/// <summary>How JSON is read and written here, whatever the host's own endpoints do.</summary>
internal static class ApiJson
{
    public static JsonSerializerOptions Options { get; } = Create();

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web) { AllowDuplicateProperties = false, MaxDepth = 16 };
        options.Converters.Add(new JsonStringEnumConverter());
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
