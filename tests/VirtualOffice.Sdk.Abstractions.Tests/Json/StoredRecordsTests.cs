using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Json;

namespace VirtualOffice.Sdk.Abstractions.Tests.Json;

/// <summary>What was kept when a record had fewer fields is read with the defaults of those it did not have, whatever record it is.</summary>
public sealed class StoredRecordsTests
{
    private static readonly OfficeJsonContext Context = OfficeJsonContext.Default;

    /// <summary>Texts of which one is right for whatever is written as a text or a number.</summary>
    private static readonly string[] Candidates =
    [
        "\"anna\"", "\"0195600000007000800000000000000a\"", "\"+78124540101\"", "1", "true", "\"2026-03-04T05:06:07+00:00\"", "\"2026-03-04T05:06:07\"", "\"2026-03-04\"", "\"09:00:00\"", "\"last friday\"",
        "\"https://example.com/\"", "\"UTC\"",
    ];

    public static TheoryData<string> Names => [.. Records().Select(t => t.FullName!)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Read_WithoutAnythingOptional_HasTheDefaults(string name)
    {
        var type = Records().Single(t => t.FullName == name);
        var read = JsonSerializer.Deserialize(Least(type, depth: 0)!.ToJsonString(), Context.GetTypeInfo(type)!);
        Assert.NotNull(read);
        var nullability = new NullabilityInfoContext();
        var fresh = type.GetConstructor(Type.EmptyTypes) is not null && !Optional(type).Any(p => p.IsRequired) ? Activator.CreateInstance(type) : null;
        foreach (var property in Optional(type).Select(p => type.GetProperty(((MemberInfo)p.AttributeProvider!).Name)!))
        {
            var value = property.GetValue(read);
            Assert.True(value is not null || nullability.Create(property).ReadState != NullabilityState.NotNull, $"{name}.{property.Name} is null, which its type rules out.");
            if (fresh is not null && (property.PropertyType.IsValueType || property.PropertyType == typeof(string)))
            {
                Assert.True(Equals(property.GetValue(fresh), value), $"{name}.{property.Name} is {value}, not its default {property.GetValue(fresh)}.");
            }
        }
    }

    [Fact]
    public void Records_AreManyAndHaveOptionalLists()
    {
        Assert.Contains(typeof(CompanyDefinition), Records());
        Assert.True(Records().Count > 80, $"Only {Records().Count} records are found.");
        Assert.True(Records().SelectMany(Optional).Count(p => typeof(System.Collections.IEnumerable).IsAssignableFrom(p.PropertyType) && p.PropertyType != typeof(string)) > 20);
    }

    /// <summary>Everything that is kept, and all that is in it.</summary>
    private static List<Type> Records()
    {
        var found = new List<Type>();
        foreach (var root in typeof(OfficeJsonContext).GetCustomAttributesData().Where(a => a.AttributeType.Name == "JsonSerializableAttribute").Select(a => (Type)a.ConstructorArguments[0].Value!))
        {
            Visit(root, found);
        }

        return [.. found.Where(t => !t.IsAbstract)];
    }

    private static void Visit(Type type, List<Type> found)
    {
        var inner = Nullable.GetUnderlyingType(type) ?? type;
        if (found.Contains(inner) || Context.GetTypeInfo(inner) is not { } info)
        {
            return;
        }

        switch (info.Kind)
        {
            case JsonTypeInfoKind.Enumerable or JsonTypeInfoKind.Dictionary:
                Visit(info.ElementType!, found);
                break;
            case JsonTypeInfoKind.Object:
                found.Add(inner);
                foreach (var derived in info.PolymorphismOptions?.DerivedTypes ?? [])
                {
                    Visit(derived.DerivedType, found);
                }

                foreach (var property in info.Properties.Where(p => p.CustomConverter is null))
                {
                    Visit(property.PropertyType, found);
                }

                break;
        }
    }

    private static IEnumerable<JsonPropertyInfo> Optional(Type type) =>
        Context.GetTypeInfo(type)!.Properties.Where(p => p is { Set: not null, IsRequired: false } or { AssociatedParameter.IsMemberInitializer: true, IsRequired: false }).Where(p => !IsGiven(p));

    /// <summary>Whether it was there from the beginning: a parameter of the constructor, or one that must be set.</summary>
    private static bool IsGiven(JsonPropertyInfo property) => property.IsRequired || property.AssociatedParameter is { IsMemberInitializer: false };

    private static JsonNode? Least(Type type, int depth)
    {
        if (Nullable.GetUnderlyingType(type) is not null || depth > 8)
        {
            return null;
        }

        var info = Context.GetTypeInfo(type)!;
        switch (info.Kind)
        {
            case JsonTypeInfoKind.Enumerable:
                return new JsonArray();
            case JsonTypeInfoKind.Dictionary:
                return new JsonObject();
            case JsonTypeInfoKind.Object when type.IsAbstract:
                var derived = info.PolymorphismOptions!.DerivedTypes[0];
                var least = Least(derived.DerivedType, depth)!.AsObject();
                least.Insert(0, info.PolymorphismOptions.TypeDiscriminatorPropertyName, (string)derived.TypeDiscriminator!);
                return least;
            case JsonTypeInfoKind.Object:
                var node = new JsonObject();
                foreach (var property in info.Properties.Where(IsGiven))
                {
                    node[property.Name] = Least(property.PropertyType, depth + 1);
                }

                return node;
            case var _ when type.IsEnum:
                return Enum.GetNames(type)[0];
            default:
                return Candidates.Select(c => (Text: c, IsRight: IsRight(c, info))).Where(c => c.IsRight).Select(c => JsonNode.Parse(c.Text)).FirstOrDefault()
                    ?? throw new InvalidOperationException($"None of the candidates is a {type}.");
        }
    }

    private static bool IsRight(string text, JsonTypeInfo info)
    {
        try
        {
            return JsonSerializer.Deserialize(text, info) is not null;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
