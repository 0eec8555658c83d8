using System.Numerics.Tensors;

namespace GameNight.Training.Network;

/// <summary>Numbers at half precision: 11 significant bits (IEEE 754 binary16), at most 65,504, in half of the memory.</summary>
internal static class HalfPrecision
{
    public static Half[] ToHalf(this float[] numbers)
    {
        var halves = new Half[numbers.Length];
        TensorPrimitives.ConvertToHalf(numbers, halves);
        return halves;
    }

    public static float[] ToSingle(this Half[] halves)
    {
        var numbers = new float[halves.Length];
        TensorPrimitives.ConvertToSingle(halves, numbers);
        return numbers;
    }
}
