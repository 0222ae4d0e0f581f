using System.Text.Json;
using System.Text.Json.Serialization;

namespace FrontDesk.Api;

/// <summary>How the API writes JSON.</summary>
internal static class ApiJson
{
    public static void Configure(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.Converters.Add(new JsonStringEnumConverter());
    }
}
