using System.Text.Json;
using System.Text.Json.Serialization;
using GameNight.Drawing.Images;

namespace GameNight.Drawing.Sending;

/// <summary>Reads a drawing out of a request without arrays in between.</summary>
/// <typeparam name="T">The drawing.</typeparam>
/// <typeparam name="TArrays">The arrays of numbers that it is in JSON, by which the serializer says where something else is.</typeparam>
public abstract class SentConverter<T, TArrays> : JsonConverter<Sent<T>>
    where T : class
{
    public override Sent<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var start = reader;
        var depth = reader.CurrentDepth;
        try
        {
            return new Sent<T>(ReadDrawing(ref reader), Problem: null);
        }
        catch (InvalidDrawingException e)
        {
            while (reader.CurrentDepth > depth && reader.Read())
            {
                // What follows is not looked at.
            }

            return new Sent<T>(Drawing: null, e);
        }
        catch (JsonException e)
        {
            // The serializer adds the path of the drawing; the path within it is the inner exception's.
            throw new JsonException(e.Message, FindFault(start, options) ?? e);
        }
    }

    public override void Write(Utf8JsonWriter writer, Sent<T> value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, value.Require(), options);

    /// <exception cref="JsonException">It is not made of arrays of numbers.</exception>
    /// <exception cref="InvalidDrawingException">The drawing is invalid.</exception>
    protected abstract T ReadDrawing(ref Utf8JsonReader reader);

    private static JsonException? FindFault(Utf8JsonReader reader, JsonSerializerOptions options)
    {
        try
        {
            JsonSerializer.Deserialize<TArrays>(ref reader, options);
            return null;
        }
        catch (JsonException e)
        {
            return e;
        }
    }
}
