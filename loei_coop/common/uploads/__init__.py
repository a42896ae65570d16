"""Files from outside.

    images.as_photo(file), images.as_drawing(file)   a picture, written anew
    documents.checked(file)                          a PDF, Word or Excel file, as it came
    names.stored_name(folder, suffix)                where it is kept
    serving.attachment(file, name=..., media_type=...)  how it goes out again
    storing.save_with_file(row, content, suffix)     a row and its file together

What is refused raises `errors.UploadError` with a sentence for whoever sent it. Uploads lie in
MEDIA_ROOT, to which no address leads: every file goes out through a view that asks who may.
"""
